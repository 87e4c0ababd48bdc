<?php

/** The names that OJS 3.4 and later give to their classes. */

namespace PKP\security {
    class Role
    {
        const ROLE_ID_MANAGER = 16;
        const ROLE_ID_SUB_EDITOR = 17;
    }
}

namespace {
    require_once __DIR__ . '/stand-ins.php';

    function __($key, $parameters = [], $locale = null)
    {
        return $locale === null ? $key : $key . ' in ' . $locale;
    }

    foreach (
        [
            'APP\core\Application' => StandIn\Request::class,
            'APP\notification\NotificationManager' => StandIn\NotificationManager::class,
            'APP\template\TemplateManager' => StandIn\TemplateManager::class,
            'PKP\core\JSONMessage' => StandIn\Record::class,
            'PKP\form\Form' => StandIn\Form::class,
            'PKP\form\validation\FormValidatorCSRF' => StandIn\Check::class,
            'PKP\form\validation\FormValidatorPost' => StandIn\Check::class,
            'PKP\linkAction\LinkAction' => StandIn\Record::class,
            'PKP\linkAction\request\AjaxModal' => StandIn\Record::class,
            'PKP\plugins\GenericPlugin' => StandIn\Plugin::class,
            'PKP\plugins\Hook' => StandIn\Hooks::class,
        ] as $name => $class
    ) {
        class_alias($class, $name);
    }

    // As OJS finds a plugin's classes.
    spl_autoload_register(function ($class) {
        $prefix = 'APP\plugins\generic\citelet\\';
        if (strpos($class, $prefix) === 0) {
            require_once __DIR__ . '/../../package/ojs/' . strtr(substr($class, strlen($prefix)), '\\', '/') . '.php';
        }
    });

    function plugin()
    {
        return new APP\plugins\generic\citelet\CiteletPlugin();
    }
}
