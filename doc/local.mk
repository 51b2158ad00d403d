# Files of doc
