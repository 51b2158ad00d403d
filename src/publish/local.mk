# Files of src/publish
