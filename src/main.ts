// What `import 'g6-comparison'` gives: the elements are registered, and every public name is exported. Both are other files' work.
import './define.js';

export * from './index.js';
