import 'citelet/define';
