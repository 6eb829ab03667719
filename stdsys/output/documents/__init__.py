"""Documents that people read and send on: what they say, in no language and no file format yet."""
