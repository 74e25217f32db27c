package dev.ponder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The Maven modules are a straight line: gguf-loader, model-manager, app, ui, installer, with resources beside. */
class ModuleGraphTest {

    private static final Path ROOT = Path.of(System.getProperty("ponder.root"));

    @Test
    void theBuildHasTheseModulesAndNoOther() throws Exception {
        var modules = elements(pom(ROOT), "module").map(Element::getTextContent).toList();
        assertEquals(List.of("gguf-loader", "model-manager", "resources", "app", "ui", "installer"), modules);
    }

    @Test
    void eachModuleUsesTheOneToItsLeft() throws Exception {
        var expected = new TreeMap<>(Map.of(
                "gguf-loader", Set.of(),
                "model-manager", Set.of("gguf-loader"),
                "resources", Set.of(),
                "app", Set.of("model-manager", "resources"),
                "ui", Set.of("app"),
                "installer", Set.of("ui")));
        var found = new TreeMap<String, Set<String>>();
        for (String module : expected.keySet()) {
            found.put(module, modulesUsedBy(module));
        }
        // the window may take texts and icons from resources itself
        found.get("ui").remove("resources");
        assertEquals(expected, found);
    }

    @Test
    void noModuleLeftOfTheWindowKnowsItsToolkit() throws Exception {
        for (String module : List.of("gguf-loader", "model-manager", "resources", "app")) {
            var toolkits = dependencies(module)
                    .map(dependency -> text(dependency, "groupId"))
                    .filter("org.openjfx"::equals)
                    .toList();
            assertEquals(List.of(), toolkits, module);
        }
    }

    private static Set<String> modulesUsedBy(String module) throws Exception {
        var used = new TreeSet<String>();
        dependencies(module)
                .filter(dependency -> text(dependency, "groupId").equals("dev.ponder"))
                .filter(dependency -> !text(dependency, "scope").equals("test"))
                .forEach(dependency -> used.add(text(dependency, "artifactId")));
        return used;
    }

    private static Stream<Element> dependencies(String module) throws Exception {
        return elements(pom(ROOT.resolve(module)), "dependency");
    }

    private static Element pom(Path folder) throws Exception {
        var builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        return builder.parse(folder.resolve("pom.xml").toFile()).getDocumentElement();
    }

    private static Stream<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    }

    private static String text(Element parent, String name) {
        return elements(parent, name).map(Element::getTextContent).findFirst().orElse("");
    }
}
