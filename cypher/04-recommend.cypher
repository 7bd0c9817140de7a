// The ten best items for one user, who is looked at as the graph is now: what they have interacted with since the
// training counts, and is not recommended again. Put an id of yours for 'u1'.
//   cypher-shell -u neo4j -p "$NEO4J_PASSWORD" -f cypher/04-recommend.cypher

CALL gnnrec.recommend('u1', 10)
YIELD rank, item, itemId, score, basis
RETURN rank, itemId, item.title AS title, score, basis
ORDER BY rank;
