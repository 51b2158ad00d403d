# Files of templates
