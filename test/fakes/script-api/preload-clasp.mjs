// Leads clasp to a stand-in of Google's services on this machine: it has no option for their address.
import { google } from 'googleapis';

const rootUrl = process.env.GOOGLE_API_URL;
for (const service of ['script', 'drive']) {
  const make = google[service].bind(google);
  google[service] = (options) => make({ ...options, rootUrl });
}
