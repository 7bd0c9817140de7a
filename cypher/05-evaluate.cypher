// Measures how well the model finds the held-out interactions, beside three baselines: the most popular items, item-kNN
// and RP3beta. low and high bound the mean with 95 % confidence. The model must be trained with testRelationshipTypes.
//   cypher-shell -u neo4j -p "$NEO4J_PASSWORD" -f cypher/05-evaluate.cypher

CALL gnnrec.evaluate({modelName: 'default'})
YIELD model, segment, metric, k, value, low, high, users
RETURN model, segment, metric, k, value, low, high, users
ORDER BY segment, metric, value DESC;
