import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npx vite` passes API calls to while the console is worked on: the store of `npm start`. */
const proxy = { '/v1': 'http://127.0.0.1:28080' };

export default defineConfig({
  plugins: [react()],
  server: { proxy },
  build: {
    target: 'es2024',
    // Nothing inline: the Content-Security-Policy allows no `data:`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The map's library is one large chunk, loaded after everything else.
    chunkSizeWarningLimit: 1_500,
  },
});
