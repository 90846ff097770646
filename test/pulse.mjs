// Notices a page that no longer answers. The runner itself has a limit for a whole file only, which a long file on a slow
// machine would reach as well; an endless loop is told from it by the page's pulse.

const limit = 60_000;

/** `{ script, middleware, reporter }`: the page's part, the server's, and the runner's. */
export function pulse() {
  const lastBeats = new Map();
  let timer;
  return {
    // Tests may replace the page's timers and its fetch: what is used here is taken before they come.
    script: `<script>{
      const beat = fetch.bind(window, '/__pulse' + location.search, { method: 'POST' });
      const again = () => beat().catch(() => {});
      setInterval(again, 1000);
      again();
    }</script>`,

    middleware(context, next) {
      if (context.path !== '/__pulse') return next();
      lastBeats.set(context.query['wtr-session-id'], Date.now());
      context.status = 204;
    },

    reporter: {
      start({ sessions }) {
        timer = setInterval(() => {
          for (const session of sessions.forStatus('INITIALIZING', 'TEST_STARTED')) {
            const silence = Date.now() - (lastBeats.get(session.id) ?? Date.now());
            if (silence < limit) continue;
            lastBeats.delete(session.id);
            const message = `The page has not answered for ${Math.round(silence / 1000)} s; look for an endless loop.`;
            const errors = [...session.errors, { message }];
            sessions.updateStatus({ ...session, passed: false, errors }, 'TEST_FINISHED');
          }
        }, 1000);
        timer.unref();
      },
      onTestRunStarted() {
        lastBeats.clear();
      },
      stop() {
        clearInterval(timer);
      },
    },
  };
}
