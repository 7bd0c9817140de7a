// Loads three CSV files from Neo4j's import folder, each with a header:
//   users.csv         id
//   items.csv         id,title,genres        title and genres may be empty; | separates genres
//   interactions.csv  user,item,part         part is optional; rows with the part "test" are held out, never trained on
// CSV values are texts, so the ids are texts too, such as 'u42'. For numbers write toInteger(row.id) everywhere.
// In the Neo4j Browser put :auto before each statement. Running it again adds only what is new.
//   cypher-shell -u neo4j -p "$NEO4J_PASSWORD" -f cypher/02-load.cypher

LOAD CSV WITH HEADERS FROM 'file:///users.csv' AS row
CALL (row) {
  MERGE (:User {id: row.id})
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///items.csv' AS row
CALL (row) {
  MERGE (i:Item {id: row.id})
  SET i.title = row.title, i.genres = split(row.genres, '|')
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///interactions.csv' AS row
WITH row WHERE coalesce(row.part, 'train') <> 'test'
CALL (row) {
  MATCH (u:User {id: row.user})
  MATCH (i:Item {id: row.item})
  MERGE (u)-[:INTERACTED]->(i)
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///interactions.csv' AS row
WITH row WHERE row.part = 'test'
CALL (row) {
  MATCH (u:User {id: row.user})
  MATCH (i:Item {id: row.item})
  MERGE (u)-[:HELD_OUT]->(i)
} IN TRANSACTIONS OF 10000 ROWS;
