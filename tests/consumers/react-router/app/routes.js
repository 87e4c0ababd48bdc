import { index, route } from '@react-router/dev/routes';

export default [index('paper.jsx', { id: 'home' }), route(':slug', 'paper.jsx')];
