// Run once by MongoDB's image, on an empty data directory: the user of publish-service, who may do nothing elsewhere.
const password = require('fs').readFileSync('/run/secrets/mongodb-password', 'utf8').trim();
db.getSiblingDB('newswire').createUser({
  user: 'newswire',
  pwd: password,
  roles: [{role: 'readWrite', db: 'newswire'}],
});
