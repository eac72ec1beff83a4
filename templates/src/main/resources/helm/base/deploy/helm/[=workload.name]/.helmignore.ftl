# made by msvc; this file is yours: edit it, and the next run merges
.git
.DS_Store
*.bak
*.swp
*.orig
