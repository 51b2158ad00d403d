# Files of templates
DATA_ASSETS += templates/regels.css
