package juesuan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of packages, enforced. A failure names the class and the line: move the code to where its
 * import is allowed. Only a decision, written down in docs/decisions, changes the table.
 */
class ArchitectureTest {

    private static final String[] JDK = {"java..", "javax.xml..", "org.w3c.dom..", "org.xml.sax.."};

    /** By package, what it may import besides the JDK and itself. */
    private static final Map<String, List<String>> ALLOWED = new LinkedHashMap<>();

    static {
        ALLOWED.put("juesuan.model", List.of());
        ALLOWED.put("juesuan.formula", List.of("juesuan.model"));
        ALLOWED.put("juesuan.pack", List.of("juesuan.model", "juesuan.formula", "com.fasterxml.jackson..", "org.yaml.snakeyaml.."));
        ALLOWED.put("juesuan.workbook.sheet", List.of("juesuan.model", "org.apache.poi.."));
        ALLOWED.put("juesuan.workbook.intake", List.of("juesuan.model", "juesuan.workbook.sheet", "org.apache.poi..",
            "org.apache.commons.compress..", "org.apache.commons.lang3.."));
        ALLOWED.put("juesuan.workbook.read", List.of("juesuan.model", "juesuan.pack", "juesuan.workbook.sheet", "juesuan.workbook.intake",
            "org.apache.poi..", "org.apache.xmlbeans..", "org.openxmlformats.schemas.."));
        ALLOWED.put("juesuan.workbook.blank", List.of("juesuan.model", "juesuan.pack", "juesuan.formula", "juesuan.workbook.sheet",
            "org.apache.poi..", "org.apache.xmlbeans..", "org.openxmlformats.schemas.."));
        ALLOWED.put("juesuan.workbook.live", List.of("juesuan.model", "juesuan.pack", "juesuan.formula", "juesuan.workbook.sheet",
            "juesuan.workbook.blank", "org.apache.poi..", "org.apache.xmlbeans..", "org.openxmlformats.schemas.."));
        ALLOWED.put("juesuan.workbook.mark", List.of("juesuan.model", "juesuan.workbook.sheet", "juesuan.workbook.intake", "org.apache.poi.."));
        ALLOWED.put("juesuan.workbook.tables", List.of("juesuan.model", "juesuan.workbook.sheet", "org.apache.poi..",
            "org.apache.xmlbeans..", "org.openxmlformats.schemas.."));
        ALLOWED.put("juesuan.workbook", List.of("juesuan.model", "juesuan.pack", "juesuan.workbook.blank", "juesuan.workbook.live", "org.apache.poi..",
            "org.apache.xmlbeans..", "org.openxmlformats.schemas.."));
        ALLOWED.put("juesuan.audit", List.of("juesuan.model", "juesuan.formula", "juesuan.pack"));
        ALLOWED.put("juesuan.narrate", List.of("juesuan.model", "juesuan.formula", "juesuan.pack"));
        ALLOWED.put("juesuan.layout", List.of("juesuan.model", "juesuan.pack"));
        ALLOWED.put("juesuan.data", List.of("juesuan.model", "com.fasterxml.jackson.."));
        ALLOWED.put("juesuan.compare", List.of("juesuan.model", "juesuan.pack", "com.fasterxml.jackson.."));
        ALLOWED.put("juesuan.render", List.of("juesuan.model", "juesuan.pack", "org.thymeleaf..", "com.openhtmltopdf..",
            "org.apache.pdfbox..", "org.apache.fontbox..", "org.apache.xmpbox.."));
        ALLOWED.put("juesuan.word", List.of("juesuan.model", "org.apache.poi..", "org.apache.xmlbeans..", "org.openxmlformats.schemas.."));
        ALLOWED.put("juesuan.publish", List.of("juesuan.model", "com.fasterxml.jackson.."));
        ALLOWED.put("juesuan.pipeline", List.of("juesuan.model", "juesuan.pack", "juesuan.workbook.intake", "juesuan.workbook.read",
            "juesuan.workbook.mark", "juesuan.workbook.tables", "juesuan.audit", "juesuan.narrate", "juesuan.layout", "juesuan.data", "juesuan.render",
            "juesuan.word", "juesuan.publish"));
        ALLOWED.put("juesuan.correction", List.of("juesuan.pipeline", "juesuan.model", "juesuan.pack", "juesuan.layout", "juesuan.data",
            "juesuan.compare", "juesuan.render", "juesuan.publish"));
        ALLOWED.put("juesuan.comparing", List.of("juesuan.pipeline", "juesuan.model", "juesuan.pack", "juesuan.workbook.read", "juesuan.render", "juesuan.layout", "juesuan.data", "juesuan.compare", "juesuan.publish"));
        ALLOWED.put("juesuan.verification", List.of("juesuan.pipeline", "juesuan.correction", "juesuan.model", "juesuan.pack", "juesuan.workbook.intake", "juesuan.compare", "juesuan.publish"));
        ALLOWED.put("juesuan", List.of("juesuan.pipeline", "juesuan.correction", "juesuan.comparing", "juesuan.verification", "juesuan.model", "juesuan.pack",
            "juesuan.workbook", "juesuan.workbook.blank", "juesuan.workbook.read", "juesuan.narrate", "juesuan.compare", "juesuan.render", "juesuan.publish"));
        ALLOWED.put("juesuan.cli", List.of("juesuan", "juesuan.model", "picocli.."));
    }

    /** Where amounts are: no binary fractions, not even for a moment. */
    private static final List<String> AMOUNTS = List.of("model", "formula", "pack", "audit", "narrate", "data", "compare", "publish");

    private static JavaClasses program;

    @BeforeAll
    static void read() {
        program = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("juesuan");
    }

    /** It holds most of the libraries' classes too: some hundred megabytes that other tests need. */
    @AfterAll
    static void forget() {
        program = null;
    }

    static Stream<String> packages() {
        return ALLOWED.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void importsOnlyWhatItMay(String name) {
        List<String> allowed = new ArrayList<>(List.of(JDK));
        allowed.add(name);
        allowed.addAll(ALLOWED.get(name));
        classes().that().resideInAPackage(name)
            .should().onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
            .because("a stage never imports a stage, and a library lives in one package")
            .check(program);
    }

    @Test
    void everyPackageIsInTheTable() {
        classes().should().resideInAnyPackage(ALLOWED.keySet().toArray(String[]::new))
            .because("a new package gets its line in this test").check(program);
    }

    @Test
    void noPackagesGoRoundInCircles() {
        slices().matching("juesuan.(*)..").should().beFreeOfCycles().check(program);
        slices().matching("juesuan.workbook.(*)").should().beFreeOfCycles().check(program);
    }

    @Test
    void theRootIsASmallFacade() {
        assertThat(program.stream().filter(type -> type.getPackageName().equals("juesuan") && type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC)))
            .as("what is not asked for from outside belongs into a room").hasSizeLessThanOrEqualTo(3);
    }

    /** A name that means two things sends a stranger to the wrong room. */
    @Test
    void noTwoTypesShareAName() {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        program.stream().filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .forEach(type -> byName.computeIfAbsent(type.getSimpleName(), name -> new ArrayList<>()).add(type.getName()));
        assertThat(byName.values()).as("name each after what it is").allSatisfy(types -> assertThat(types).hasSize(1));
    }

    @Test
    void amountsAreNeverBinaryFractions() {
        String[] amounts = AMOUNTS.stream().map(name -> "juesuan." + name).toArray(String[]::new);
        noFields().that().areDeclaredInClassesThat().resideInAnyPackage(amounts)
            .should().haveRawType(double.class).orShould().haveRawType(float.class).check(program);
        noMethods().that().areDeclaredInClassesThat().resideInAnyPackage(amounts)
            .should().haveRawReturnType(double.class).orShould().haveRawReturnType(float.class).check(program);
        noClasses().that().resideInAnyPackage(amounts)
            .should().dependOnClassesThat().areAssignableTo(Double.class)
            .orShould().dependOnClassesThat().areAssignableTo(Float.class).check(program);
    }

    @Test
    void decimalsAreNotMadeFromBinaryFractionsOrTurnedIntoThem() {
        String because = "only what Excel itself holds is binary: Filler writes it, FormulaCells computes as Excel does";
        noClasses().that().haveNameNotMatching(".*\\.workbook\\.blank\\.Filler")
            .should().callMethod(BigDecimal.class, "doubleValue").orShould().callMethod(BigDecimal.class, "floatValue")
            .because(because).check(program);
        noClasses().that().haveNameNotMatching(".*\\.workbook\\.read\\.FormulaCells")
            .should().callMethod(BigDecimal.class, "valueOf", double.class)
            .orShould().callConstructor(BigDecimal.class, double.class).because(because).check(program);
    }

    /** Local variables leave no trace in class files that ArchUnit reads. */
    @Test
    void noVariableForAnAmountIsADouble() throws IOException {
        Pattern binary = Pattern.compile("\\b(double|float|Double|Float)\\b");
        List<String> found = new ArrayList<>();
        for (String name : AMOUNTS) {
            for (Path file : files(Path.of("src/main/java/juesuan", name), ".java")) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    String code = lines.get(i).strip().replaceFirst("//.*", "");
                    if (!code.startsWith("*") && !code.startsWith("/*") && binary.matcher(code).find()) {
                        found.add(file + ":" + (i + 1) + ": " + code);
                    }
                }
            }
        }
        assertThat(found).as("use BigDecimal").isEmpty();
    }

    /** What a clerk typed reaches a page as text only: escaped, and never inside a tag. */
    @Test
    void templatesCannotBeBrokenByWhatIsTyped() throws IOException {
        Pattern dynamic = Pattern.compile("th:(style|class|href|src|id|attr|styleappend|classappend|attrappend|attrprepend)=\"([^\"]*)\"");
        Pattern call = Pattern.compile("\\.(\\w+)\\(");
        List<String> found = new ArrayList<>();
        List<Path> templates = files(Path.of("templates"), ".html");
        assertThat(templates).as("templates/**/*.html").isNotEmpty();
        for (Path file : templates) {
            String html = Files.readString(file);
            Stream.of("th:utext", "[(", "__", "th:inline", "th:replace=\"${", "th:insert=\"${", "javascript:")
                .filter(html::contains).forEach(bad -> found.add(file + ": " + bad));
            dynamic.matcher(html).results().forEach(attribute -> call.matcher(attribute.group(2)).results()
                .filter(c -> !List.of("id", "style", "size", "orientation", "grid", "isEmpty").contains(c.group(1)))
                .forEach(c -> found.add(file + ": " + attribute.group() + " prints ." + c.group(1) + "()")));
        }
        assertThat(found).as("only the program's own ids and classes belong into these attributes; text goes into th:text")
            .isEmpty();
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        }
    }
}
