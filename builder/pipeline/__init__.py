"""The build, stage by stage: seeds become content, content becomes the model, the model becomes the site."""
