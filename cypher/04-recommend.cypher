// Recommends ten items to one user, from the graph as it is now. Interactions since the training count, and their items
// are not recommended again. Replace 'u1' by an id of yours.
//   cypher-shell -u neo4j -p "$NEO4J_PASSWORD" -f cypher/04-recommend.cypher

CALL gnnrec.recommend('u1', 10)
YIELD rank, item, itemId, score, basis
RETURN rank, itemId, item.title AS title, score, basis
ORDER BY rank;
