import { download } from '../../common/download';
import type { Picture } from './overview-picture';

/** Sharp on paper and on large screens. */
const PIXELS_OF_UNIT = 3;

/** The address of a picture, for an image. */
export function addressOf({ svg }: Pick<Picture, 'svg'>): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

/** Puts the picture among the person's downloads, as a PNG file. */
export async function savePicture(name: string, picture: Picture): Promise<void> {
  const image = new Image();
  image.src = addressOf(picture);
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.width * PIXELS_OF_UNIT;
  canvas.height = picture.height * PIXELS_OF_UNIT;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (png === null) throw new Error('The browser could not encode the picture.');
  download(name, png);
}
