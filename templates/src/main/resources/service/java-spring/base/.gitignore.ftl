# made by msvc; this file is yours: edit it, and the next run merges
target/
.idea/
*.iml
.vscode/
.settings/
.classpath
.project
# what docker compose is told, and nobody else
.env
