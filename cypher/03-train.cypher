// Trains a model named 'default' on what 02-load.cypher made. HELD_OUT is kept out of training and used by
// 05-evaluate.cypher; leave testRelationshipTypes out if nothing is held out. Watch it from a second session with
//   SHOW TRANSACTIONS YIELD currentQuery, statusDetails;
//   cypher-shell -u neo4j -p "$NEO4J_PASSWORD" -f cypher/03-train.cypher

CALL gnnrec.train({relationshipTypes: ['INTERACTED'], testRelationshipTypes: ['HELD_OUT']})
YIELD modelName, modelVersion, userCount, itemCount, relationshipCount, ranEpochs, trainMillis, writeMillis
RETURN modelName, modelVersion, userCount, itemCount, relationshipCount, ranEpochs, trainMillis, writeMillis;
