export const first = () => true;
