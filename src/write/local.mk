# Files of src/write
