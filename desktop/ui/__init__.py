"""The screens: the only code that knows Qt."""
