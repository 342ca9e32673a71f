/** The approximate duration of a deployment to the edge. */
export const EDGE_SECONDS = 300;
