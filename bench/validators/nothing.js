export const isRight = () => true;
