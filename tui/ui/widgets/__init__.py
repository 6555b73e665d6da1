"""The app's widgets, one a module. They fetch nothing: screens hand them what they show."""
