"""The first start: make a council, open one, or look at the example."""
