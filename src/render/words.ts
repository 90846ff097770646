/** The words of every language there are, for what is rendered where no page brings any. */
import '../languages/ar.js';
import '../languages/de.js';
import '../languages/es.js';
import '../languages/fr.js';
import '../languages/it.js';
import '../languages/ja.js';
import '../languages/pt.js';
