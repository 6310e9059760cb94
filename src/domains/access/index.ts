export { practiceFacts } from './queries/exchange.ts';
