// Makes ids unique and fast to find. Run this first. Running it again changes nothing.
//   cypher-shell -u neo4j -p "$NEO4J_PASSWORD" -f cypher/01-constraints.cypher

CREATE CONSTRAINT user_id IF NOT EXISTS FOR (u:User) REQUIRE u.id IS UNIQUE;

CREATE CONSTRAINT item_id IF NOT EXISTS FOR (i:Item) REQUIRE i.id IS UNIQUE;
