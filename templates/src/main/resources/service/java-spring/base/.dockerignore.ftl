# made by msvc; this file is yours: edit it, and the next run merges
*
!pom.xml
!src/main
