// The real clasp, which runs one command after another since it takes a second to load. A process of its own, since
// clasp reads folder, home and arguments of its process. Redirected to a stand-in of Google's services on this machine,
// because clasp has no option for their address.
import Module from 'node:module';
import { pathToFileURL } from 'node:url';

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

let rootUrl = '';
const { google } = await import('googleapis');
for (const service of SERVICES) {
  const make = google[service].bind(google);
  google[service] = (options) => make({ ...options, rootUrl });
}

let output = '';
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (chunk, ...rest) => {
    output += chunk;
    for (const done of rest) if (typeof done === 'function') done();
    return true;
  };
}

const CLASP = process.argv[2];
let runs = 0;
process.on('message', async ({ args, folder, apiUrl }) => {
  process.chdir(folder);
  Object.assign(process.env, { HOME: folder, USERPROFILE: folder });
  process.argv = [process.execPath, CLASP, ...args];
  process.exitCode = 0;
  rootUrl = apiUrl;
  output = '';
  runs += 1;
  // Its entry runs what the arguments say when it is loaded, and is loaded again under another address.
  await import(`${pathToFileURL(CLASP).href}?run=${runs}`);
  process.send({ code: process.exitCode, output });
});
