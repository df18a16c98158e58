package juesuan.render;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import juesuan.model.UserError;
import juesuan.pack.Resources;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.cache.AlwaysValidCacheEntryValidity;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ITemplateResolver;
import org.thymeleaf.templateresolver.TemplateResolution;
import org.thymeleaf.templateresource.StringTemplateResource;

/** A pack's page templates. They come from the pack only, and may not open a door for cell contents. */
final class Templates {

    /** Each of these lets text from the workbook act as markup or as an expression. */
    private static final List<String> FORBIDDEN = List.of("th:utext", "[(", "__", "th:inline=\"javascript\"");
    private static final Pattern ROLE = Pattern.compile("(role|weight)\\((\\w+)\\)");

    private final Resources resources;
    private final TemplateEngine engine = new TemplateEngine();

    Templates(Resources resources) {
        this.resources = resources;
        engine.setTemplateResolver(new PackResolver());
    }

    String process(String template, Map<String, Object> variables) {
        return engine.process(template, new Context(Locale.CHINA, variables));
    }

    /** @param fonts names the families that stand for {@code role(…)} and {@code weight(…)} */
    String styleSheet(String path, FontShelf fonts) {
        return ROLE.matcher(text(path)).replaceAll(match -> Matcher.quoteReplacement(match.group(1).equals("role")
            ? fonts.familyList(match.group(2))
            : String.valueOf(fonts.weight(match.group(2)))));
    }

    String text(String path) {
        return resources.text(path).orElseThrow(() -> new UserError("找不到模板文件 " + path + "，请检查 templates 文件夹是否完整。"));
    }

    private String checked(String path) {
        String text = text(path);
        for (String forbidden : FORBIDDEN) {
            if (text.contains(forbidden)) {
                throw new UserError("模板文件 " + path + " 里不能用 " + forbidden + "：它会把填报内容当成网页代码，请改用 th:text。");
            }
        }
        return text;
    }

    private final class PackResolver implements ITemplateResolver {

        @Override
        public String getName() {
            return "pack";
        }

        @Override
        public Integer getOrder() {
            return 1;
        }

        @Override
        public TemplateResolution resolveTemplate(IEngineConfiguration configuration, String owner, String template,
                                                  Map<String, Object> attributes) {
            return new TemplateResolution(new StringTemplateResource(checked(template)),
                template.endsWith(".html") ? TemplateMode.HTML : TemplateMode.TEXT,
                AlwaysValidCacheEntryValidity.INSTANCE);
        }
    }
}
