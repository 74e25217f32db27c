package dev.ponder.ui.latex;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;

/** Collects what is drawn as one outline, without a picture. */
final class OutlineGraphics extends PlainGraphics {

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private AffineTransform transform = new AffineTransform();
    private Font font = new Font(Font.SERIF, Font.PLAIN, 1);
    private Stroke stroke = new BasicStroke(1);
    private Color colour = Color.BLACK;

    /** Everything drawn so far. */
    Path2D path() {
        return path;
    }

    @Override
    public void fill(Shape shape) {
        path.append(transform.createTransformedShape(shape), false);
    }

    @Override
    public void draw(Shape shape) {
        fill(stroke.createStrokedShape(shape));
    }

    @Override
    public void drawString(String text, int x, int y) {
        drawGlyphVector(font.createGlyphVector(EXACT, text), x, y);
    }

    @Override
    public void drawString(String text, float x, float y) {
        drawGlyphVector(font.createGlyphVector(EXACT, text), x, y);
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        fill(glyphs.getOutline(x, y));
    }

    @Override
    public void drawLine(int x1, int y1, int x2, int y2) {
        draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void fillRect(int x, int y, int width, int height) {
        fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void drawArc(int x, int y, int width, int height, int start, int extent) {
        draw(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.OPEN));
    }

    @Override
    public void fillArc(int x, int y, int width, int height, int start, int extent) {
        fill(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.PIE));
    }

    @Override
    public void translate(int x, int y) {
        transform.translate(x, y);
    }

    @Override
    public void translate(double x, double y) {
        transform.translate(x, y);
    }

    @Override
    public void rotate(double angle) {
        transform.rotate(angle);
    }

    @Override
    public void rotate(double angle, double x, double y) {
        transform.rotate(angle, x, y);
    }

    @Override
    public void scale(double x, double y) {
        transform.scale(x, y);
    }

    @Override
    public void transform(AffineTransform other) {
        transform.concatenate(other);
    }

    @Override
    public void setTransform(AffineTransform other) {
        transform = new AffineTransform(other);
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform(transform);
    }

    @Override
    public Font getFont() {
        return font;
    }

    @Override
    public void setFont(Font other) {
        font = other;
    }

    @Override
    public Stroke getStroke() {
        return stroke;
    }

    @Override
    public void setStroke(Stroke other) {
        stroke = other;
    }

    @Override
    public Color getColor() {
        return colour;
    }

    @Override
    public void setColor(Color other) {
        colour = other;
    }

    @Override
    public Paint getPaint() {
        return colour;
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return EXACT;
    }

    @Override
    public RenderingHints getRenderingHints() {
        return new RenderingHints(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    @Override
    public Object getRenderingHint(RenderingHints.Key key) {
        return RenderingHints.VALUE_ANTIALIAS_ON;
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, Object value) {}

    @Override
    public void setRenderingHints(Map<?, ?> hints) {}

    @Override
    public void addRenderingHints(Map<?, ?> hints) {}

    @Override
    public void setPaint(Paint paint) {}

    @Override
    public void setBackground(Color other) {}

    @Override
    public void setPaintMode() {}

    @Override
    public void dispose() {}
}
