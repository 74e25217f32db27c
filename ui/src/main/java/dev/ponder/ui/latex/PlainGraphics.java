package dev.ponder.ui.latex;

import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;

/** What no formula needs of AWT's graphics: pictures, clips, devices. Whoever asks for it fails. */
abstract class PlainGraphics extends Graphics2D {

    private static UnsupportedOperationException no() {
        return new UnsupportedOperationException("formulas are outlines");
    }

    @Override
    public boolean drawImage(Image image, AffineTransform at, ImageObserver observer) {
        throw no();
    }

    @Override
    public void drawImage(BufferedImage image, BufferedImageOp op, int x, int y) {
        throw no();
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform at) {
        throw no();
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform at) {
        throw no();
    }

    @Override
    public void drawString(String text, float x, float y) {
        throw no();
    }

    @Override
    public void drawString(AttributedCharacterIterator text, int x, int y) {
        throw no();
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        throw no();
    }

    @Override
    public boolean hit(Rectangle area, Shape shape, boolean onStroke) {
        throw no();
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        throw no();
    }

    @Override
    public void setComposite(Composite composite) {
        throw no();
    }

    @Override
    public void shear(double x, double y) {
        throw no();
    }

    @Override
    public Composite getComposite() {
        throw no();
    }

    @Override
    public Color getBackground() {
        throw no();
    }

    @Override
    public void clip(Shape shape) {
        throw no();
    }

    @Override
    public Graphics create() {
        throw no();
    }

    @Override
    public void setXORMode(Color colour) {
        throw no();
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        throw no();
    }

    @Override
    public Rectangle getClipBounds() {
        throw no();
    }

    @Override
    public void clipRect(int x, int y, int width, int height) {
        throw no();
    }

    @Override
    public void setClip(int x, int y, int width, int height) {
        throw no();
    }

    @Override
    public Shape getClip() {
        throw no();
    }

    @Override
    public void setClip(Shape shape) {
        throw no();
    }

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {
        throw no();
    }

    @Override
    public void clearRect(int x, int y, int width, int height) {
        throw no();
    }

    @Override
    public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        throw no();
    }

    @Override
    public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        throw no();
    }

    @Override
    public void drawOval(int x, int y, int width, int height) {
        throw no();
    }

    @Override
    public void fillOval(int x, int y, int width, int height) {
        throw no();
    }

    @Override
    public void drawPolyline(int[] x, int[] y, int count) {
        throw no();
    }

    @Override
    public void drawPolygon(int[] x, int[] y, int count) {
        throw no();
    }

    @Override
    public void fillPolygon(int[] x, int[] y, int count) {
        throw no();
    }

    @Override
    public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        throw no();
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, ImageObserver observer) {
        throw no();
    }

    @Override
    public boolean drawImage(Image image, int x, int y, Color colour, ImageObserver observer) {
        throw no();
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, Color colour, ImageObserver observer) {
        throw no();
    }

    @Override
    public boolean drawImage(Image i, int a, int b, int c, int d, int e, int f, int g, int h, ImageObserver observer) {
        throw no();
    }

    @Override
    public boolean drawImage(
            Image i, int a, int b, int c, int d, int e, int f, int g, int h, Color colour, ImageObserver observer) {
        throw no();
    }
}
