package io.credentialrules.report.internal.picture;

import io.credentialrules.internal.work.Interruption;
import io.credentialrules.report.internal.words.ReportWork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.elk.alg.layered.options.CrossingMinimizationStrategy;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Finds a place for each box and a way for each arrow, with the layered algorithm of Eclipse ELK.
 * The same boxes and arrows get the same places.
 */
public final class Layout {
  private static final int MARGIN = 12;
  private static final double NODE_SPACING = 20;
  private static final double LAYER_SPACING = 44;
  private static final double EDGE_SPACING = 12;

  /**
   * A layout of more parts is made in one attempt, column by column and with straight arrows, so
   * that no phase of it, within which nobody looks whether the thread is interrupted, takes long.
   */
  private static final int LARGE = 500;

  /** A layout of more parts takes the boxes of each column in their order. */
  private static final int HUGE = 1_000;

  private static final double NARROWER = 0.85;
  private static final double NARROWEST = 0.2;
  private static final Object REGISTRATION = new Object();
  private static final String REFERENCE_CLEANER =
      "org.eclipse.emf.common.util.ReferenceClearingQueue";

  static {
    loadWithoutThread();
  }

  private final boolean isDownward;
  private final int boxWidth;
  private final double aspectRatio;
  private final int widest;

  private Layout(boolean isDownward, int boxWidth, double aspectRatio, int widest) {
    this.isDownward = isDownward;
    this.boxWidth = boxWidth;
    this.aspectRatio = aspectRatio;
    this.widest = widest;
  }

  /**
   * Loads the library under the layout without the thread that it starts otherwise, which runs
   * until the process ends and so keeps the class loader of a plug-in alive. The property is the
   * library's own switch; what a host has set stays.
   */
  private static void loadWithoutThread() {
    boolean isSetByHost = System.getProperty(REFERENCE_CLEANER) != null;
    try {
      if (!isSetByHost) {
        System.setProperty(REFERENCE_CLEANER, "false");
      }
      Class.forName("org.eclipse.emf.common.util.CommonUtil", true, Layout.class.getClassLoader());
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException("the library of the layout is incomplete", missing);
    } finally {
      if (!isSetByHost) {
        System.clearProperty(REFERENCE_CLEANER);
      }
    }
  }

  /** One column, for a narrow screen. */
  public static Layout narrow() {
    return new Layout(true, 272, 0.05, Integer.MAX_VALUE);
  }

  /** From left to right, for a wide screen. */
  public static Layout wide() {
    return new Layout(false, 236, 1.9, Integer.MAX_VALUE);
  }

  /** From left to right, and boxes that hang together with nothing in rows that fit on a page. */
  public static Layout page() {
    return new Layout(false, 236, 1.9, 1200);
  }

  /**
   * The picture of some boxes; each attempt at a layout is counted before it is made. The first one
   * loads code at each step, which no interrupt ends, so each step looks for one before it.
   */
  public Picture draw(
      String id,
      String title,
      String description,
      List<Box> boxes,
      List<Box.Link> links,
      Locale locale,
      ReportWork work) {
    double ratio = aspectRatio;
    Picture drawing = draw(id, title, description, boxes, links, locale, ratio, work);
    while (drawing.width() > widest && ratio > NARROWEST) {
      ratio *= NARROWER;
      drawing = draw(id, title, description, boxes, links, locale, ratio, work);
    }
    return drawing;
  }

  private Picture draw(
      String id,
      String title,
      String description,
      List<Box> boxes,
      List<Box.Link> links,
      Locale locale,
      double ratio,
      ReportWork work) {
    long parts = boxes.size() + ArrowSpans.of(boxes, links);
    work.layout(parts);
    synchronized (REGISTRATION) {
      LayoutMetaDataService.getInstance()
          .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }
    Interruption.check();
    ElkNode graph = ElkGraphUtil.createGraph();
    Interruption.check();
    options(graph, ratio, parts);
    Interruption.check();
    Map<String, Picture.PlacedBox> texts = new LinkedHashMap<>();
    Map<String, ElkNode> nodes = new LinkedHashMap<>();
    for (Box box : boxes) {
      Interruption.check();
      Picture.PlacedBox text = BoxDrawing.of(box, boxWidth, locale);
      ElkNode node = ElkGraphUtil.createNode(graph);
      node.setIdentifier(box.id());
      node.setDimensions(text.width(), text.height());
      texts.put(box.id(), text);
      nodes.put(box.id(), node);
    }
    List<Box.Link> drawn = new ArrayList<>();
    List<ElkEdge> edges = new ArrayList<>();
    for (Box.Link link : links) {
      ElkNode from = nodes.get(link.from());
      ElkNode to = nodes.get(link.to());
      if (from != null && to != null) {
        drawn.add(link);
        edges.add(ElkGraphUtil.createSimpleEdge(from, to));
      }
    }
    Interruption.check();
    new RecursiveGraphLayoutEngine().layout(graph, new Heeding());
    Interruption.check();
    List<Picture.PlacedBox> placed = new ArrayList<>();
    texts.forEach((box, text) -> placed.add(moved(text, Objects.requireNonNull(nodes.get(box)))));
    List<Picture.Arrow> arrows = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      arrows.add(new Picture.Arrow(path(edges.get(i)), drawn.get(i).isNeeded()));
    }
    return new Picture(
        id,
        title,
        description,
        (int) Math.ceil(graph.getWidth()),
        (int) Math.ceil(graph.getHeight()),
        placed,
        arrows);
  }

  /** Ends a layout between two of its phases when the thread is interrupted. */
  private static final class Heeding extends BasicProgressMonitor {
    @Override
    public boolean isCanceled() {
      return Thread.currentThread().isInterrupted();
    }

    @Override
    protected BasicProgressMonitor doSubTask(float work, int maxHierarchyLevels) {
      return new Heeding();
    }
  }

  private void options(ElkNode graph, double ratio, long parts) {
    graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    graph.setProperty(CoreOptions.DIRECTION, isDownward ? Direction.DOWN : Direction.RIGHT);
    graph.setProperty(
        CoreOptions.EDGE_ROUTING, parts > LARGE ? EdgeRouting.POLYLINE : EdgeRouting.ORTHOGONAL);
    graph.setProperty(CoreOptions.RANDOM_SEED, 1);
    Interruption.check();
    if (parts > LARGE) {
      graph.setProperty(LayeredOptions.THOROUGHNESS, 1);
      graph.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.LONGEST_PATH);
    }
    if (parts > HUGE) {
      graph.setProperty(
          LayeredOptions.CROSSING_MINIMIZATION_STRATEGY, CrossingMinimizationStrategy.NONE);
    }
    graph.setProperty(CoreOptions.PADDING, new ElkPadding(MARGIN));
    graph.setProperty(CoreOptions.ASPECT_RATIO, ratio);
    graph.setProperty(CoreOptions.SPACING_COMPONENT_COMPONENT, NODE_SPACING);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, NODE_SPACING);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, EDGE_SPACING);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, EDGE_SPACING);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, LAYER_SPACING);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, EDGE_SPACING);
    graph.setProperty(
        LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY,
        parts > LARGE ? OrderingStrategy.NONE : OrderingStrategy.NODES_AND_EDGES);
  }

  private static Picture.PlacedBox moved(Picture.PlacedBox box, ElkNode node) {
    int x = (int) Math.round(node.getX());
    int y = (int) Math.round(node.getY());
    return new Picture.PlacedBox(
        x,
        y,
        box.width(),
        box.height(),
        box.kind(),
        box.isMacro(),
        box.label(),
        box.lines().stream()
            .map(
                line ->
                    new Picture.PlacedText(line.x() + x, line.y() + y, line.style(), line.text()))
            .toList(),
        box.icons().stream()
            .map(icon -> new Picture.Icon(icon.x() + x, icon.y() + y, icon.state()))
            .toList());
  }

  private static String path(ElkEdge edge) {
    StringBuilder path = new StringBuilder();
    for (ElkEdgeSection section : edge.getSections()) {
      point(path, 'M', section.getStartX(), section.getStartY());
      for (ElkBendPoint bend : section.getBendPoints()) {
        point(path, 'L', bend.getX(), bend.getY());
      }
      point(path, 'L', section.getEndX(), section.getEndY());
    }
    return path.toString();
  }

  private static void point(StringBuilder path, char command, double x, double y) {
    path.append(command).append(Math.round(x)).append(' ').append(Math.round(y));
  }
}
