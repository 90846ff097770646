// Gives the tables and cards of this page the coffees, with the dates of their prices moved so that the newest is of now:
// a file that was written once would have none but old prices. One is left without a date, to show what that looks like.
// A page of yours needs no such script, only `src`.

const comparison = await (await fetch('../data/coffee.json')).json();
const offers = comparison.products.flatMap((product) => product.offers ?? []);
const newest = Math.max(...offers.map(({ asOf }) => Date.parse(asOf)).filter((date) => date));
const later = Date.now() - newest - 60_000;

for (const offer of offers) {
  if (!offer.asOf) continue;
  const moved = new Date(Date.parse(offer.asOf) + later).toISOString();
  offer.asOf = moved.slice(0, offer.asOf.length > 10 ? 19 : 10) + (offer.asOf.length > 10 ? 'Z' : '');
}
delete offers.find(({ seller }) => seller === 'The Corner Grocer').asOf;
for (const scope of document.querySelectorAll('g6-comparison')) scope.comparison = comparison;
