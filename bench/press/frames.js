/** The lines of a certificate's frame, for the peers: in mm from the upper left corner of A4 in landscape. */
const [red, gold] = ['#c8161d', '#c9a14a'];
const flipX = (points) => points.map(([x, y]) => [297 - x, y]);
const flipY = (points) => points.map(([x, y]) => [x, 210 - y]);
const inCorners = (points) => [points, flipX(points), flipX(flipY(points)), flipY(points)];

function rectangle(distance, step, width, color) {
  const corner = step === 0 ? [[0, 0]] : [[0, step], [step, step], [step, 0]]; // biome-ignore format: a figure
  const corners = inCorners(corner.map(([x, y]) => [x + distance, y + distance]));
  return { points: corners.flatMap((one, index) => (index % 2 ? one.reverse() : one)), closed: true, width, color };
}

const spiral = [[0, 12], [0, 0], [12, 0], [12, 9], [3, 9], [3, 3], [9, 3], [9, 6], [6, 6]]; // biome-ignore format: a figure

export const frames = [
  rectangle(9, 0, 2.2, red),
  rectangle(11.2, 0, 0.3, red),
  rectangle(13.4, 15, 0.7, gold),
  rectangle(15, 15, 0.3, gold),
  ...inCorners(spiral.map(([x, y]) => [x + 13.4, y + 13.4])).map((points) => ({
    points,
    closed: false,
    width: 0.8,
    color: gold,
  })),
];
