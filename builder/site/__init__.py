"""From planned pages to files: the theme, the rendering, the data exports and the output folder."""
