export default {
  optimizeDeps: { exclude: ['citelet'] },
};
