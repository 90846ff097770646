// Hands each table on the page as many lamps as it asks for.
import { lamps } from './lamps.js';

for (const table of document.querySelectorAll('[data-lamps]')) table.comparison = lamps(Number(table.dataset.lamps));
