import { resolve } from 'node:path';

export default {
  entry: './app.js',
  output: { path: resolve('public'), filename: 'app.js' },
  devServer: { static: '.' },
};
