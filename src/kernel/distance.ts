/** A point on the earth in degrees (WGS 84). */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const earthRadiusMiles = 3958.8;

/** Miles between two points in a straight line (haversine). */
export function milesBetween(from: Point, to: Point): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (angle: number): number => Math.sin(angle / 2) ** 2;
  const across = Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude));
  const h = half(radians(to.latitude - from.latitude)) + across * half(radians(to.longitude - from.longitude));
  return 2 * earthRadiusMiles * Math.asin(Math.min(1, Math.sqrt(h)));
}
