// Trains a model named 'default' on what 02-load.cypher loaded. HELD_OUT is kept out of the training, and
// 05-evaluate.cypher uses it. Remove testRelationshipTypes if nothing is held out. Watch from a second session with
//   SHOW TRANSACTIONS YIELD currentQuery, statusDetails;
//   cypher-shell -u neo4j -p "$NEO4J_PASSWORD" -f cypher/03-train.cypher

CALL gnnrec.train({relationshipTypes: ['INTERACTED'], testRelationshipTypes: ['HELD_OUT']})
YIELD modelName, modelVersion, userCount, itemCount, relationshipCount, ranEpochs, trainMillis, writeMillis
RETURN modelName, modelVersion, userCount, itemCount, relationshipCount, ranEpochs, trainMillis, writeMillis;
