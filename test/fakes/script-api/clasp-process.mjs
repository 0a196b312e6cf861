// Redirects clasp to a stand-in of Google's services on this machine, because it has no option for their address.
import Module from 'node:module';

const SERVICES = ['script', 'drive'];
/** Matches where Google's package loads the client of a service. */
const CLIENT = /[\\/]googleapis[\\/]build[\\/]src[\\/](?:index\.js \.\/apis\/|apis[\\/]index\.js \.\/)(\w+)/;

// The package loads clients for about 300 services, which takes most of clasp's start. clasp uses two of them here;
// any other would fail as missing.
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
