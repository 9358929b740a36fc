"""Today: what needs the council now."""
