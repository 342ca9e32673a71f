/** In seconds: about what a deployment to the edge takes. */
export const EDGE_SECONDS = 300;
