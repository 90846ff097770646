/** The words of every language there is, for what the builder shows and hands out. */
import 'g6-comparison/languages/ar';
import 'g6-comparison/languages/de';
import 'g6-comparison/languages/es';
import 'g6-comparison/languages/fr';
import 'g6-comparison/languages/it';
import 'g6-comparison/languages/ja';
import 'g6-comparison/languages/pt';
