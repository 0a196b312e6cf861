// Leads clasp to a stand-in of Google's services on this machine: it has no option for their address.
import Module from 'node:module';

const SERVICES = ['script', 'drive'];
/** Where Google's package names its client of a service: who loads it, and what. */
const CLIENT = /[\\/]googleapis[\\/]build[\\/]src[\\/](?:index\.js \.\/apis\/|apis[\\/]index\.js \.\/)(\w+)/;

// The package loads its clients of some three hundred services, which is most of a start of clasp. clasp asks two of them here;
// of another one it would be told that there is none.
const load = Module._load;
Module._load = function (request, parent, ...rest) {
  const service = CLIENT.exec(`${parent?.filename} ${request}`)?.[1];
  return service === undefined || SERVICES.includes(service) ? load.call(this, request, parent, ...rest) : {};
};

const { google } = await import('googleapis');
const rootUrl = process.env.GOOGLE_API_URL;
for (const service of SERVICES) {
  const make = google[service].bind(google);
  google[service] = (options) => make({ ...options, rootUrl });
}
